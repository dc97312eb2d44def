import { once } from 'node:events';
import { GorgiasVerdictEvent } from 'backstage-plugin-gorgias-common';
import { DevelopmentHost } from './developmentHost';

/** Hears events as a plugin of another backend does. @returns what gives all there were until now */
export async function listenToEvents(
  host: DevelopmentHost,
  serviceToken: string,
  topic: string,
): Promise<() => Promise<GorgiasVerdictEvent[]>> {
  const subscription = 'events/bus/v1/subscriptions/test';
  await host.until(async () => {
    const answer = await host.ask(serviceToken, subscription, {
      method: 'PUT',
      body: { topics: [topic] },
    });
    return answer.ok;
  });
  const heard: GorgiasVerdictEvent[] = [];
  return async () => {
    for (;;) {
      const signal = AbortSignal.timeout(2_000);
      const answer = await host.ask(serviceToken, `${subscription}/events`, {
        signal,
      });
      if (answer.status !== 200) {
        // None now; the answer would end with the next one.
        await answer.body?.cancel();
        return heard;
      }
      const { events } = await answer.json();
      heard.push(...events.map(({ payload }: any) => payload));
    }
  };
}

/** Hears signals as an open page does. */
export async function listenToSignals(
  host: DevelopmentHost,
  token: string,
  channel: string,
) {
  const heard: unknown[] = [];
  let socket!: WebSocket;
  // The signals backend takes nobody in before it was asked once.
  await host.until(async () => {
    socket = new WebSocket(
      `${host.url.replace('http', 'ws')}/api/signals`,
      token,
    );
    const signal = AbortSignal.timeout(2_000);
    await once(socket as any, 'open', { signal });
    return true;
  });
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(data);
    if (told.channel === channel) {
      heard.push(told.message);
    }
  });
  socket.send(JSON.stringify({ action: 'subscribe', channel }));
  return { heard: () => heard, close: () => socket.close() };
}
