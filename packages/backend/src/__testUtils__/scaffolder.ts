import { DevelopmentHost } from './developmentHost';

/** Runs a template, as somebody, to its end. */
export async function runTemplate(
  host: DevelopmentHost,
  token: string,
  templateRef: string,
  values: object,
) {
  const json = async (path: string, body?: object) =>
    (await host.ask(token, `scaffolder/v2/tasks${path}`, { body })).json();
  const { id } = await json('', { templateRef, values });
  let events: any[] = [];
  const completion = () => events.find(({ type }) => type === 'completion');
  await host.until(async () => {
    events = await json(`/${id}/events`);
    return Boolean(completion());
  });
  const { status } = await json(`/${id}`);
  return {
    id: id as string,
    status: status as string,
    log: events.map(({ body }) => body.message).join('\n'),
    output: completion().body.output,
  };
}
