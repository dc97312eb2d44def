import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const SAM = '411805933';

describe.each(databaseIds)('on %s, names that people choose', id => {
  let gorgias: RunningGorgias;

  beforeAll(async () => {
    gorgias = await startGorgias({ knex: await databases.init(id) });
    await gorgias.connect();
  });
  afterAll(() => gorgias.stop());

  it.each([
    ['a zero byte', 'Sam\0Rivers', 'Sam\ufffdRivers'],
    ['half a letter', '\ud83d Rivers', '\ufffd Rivers'],
    ['letters of two halves', 'Sam \ud83d\ude00', 'Sam \ud83d\ude00'],
    ['the other direction', '\u202esreviR', '\u202esreviR'],
    ['what ends a statement', "'); --", "'); --"],
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['the name of a prototype', '__proto__', '__proto__'],
    ['ten thousand letters', 'S'.repeat(10_000), 'S'.repeat(10_000)],
  ])('stop no sync by %s, and are kept', async (_, name, kept) => {
    await gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, { name });
    await gorgias.sync();
    const admin = gorgias.as(ADMIN);
    const { sync } = await admin.getSystem(GORGIAS);
    expect(sync.last).toMatchObject({ outcome: 'complete' });
    expect((await admin.getAccount(GORGIAS, SAM)).name).toBe(kept);
  });

  it('stop no sync and no page from the catalog either', async () => {
    const { entities } = gorgias.catalog;
    const find = (name: string) =>
      entities.find(({ metadata }) => metadata.name === name)!;
    find('sam.rivers').spec!.profile = {
      displayName: 'Sam\0Rivers',
      email: 'sam.rivers@acme.example',
    };
    find('gorgias').metadata.title = 'Gorgias\0 \ud83d';
    const admin = gorgias.as(ADMIN);
    await admin.addCriticalSystem(GORGIAS);
    await gorgias.sync();
    expect(await admin.getSystem(GORGIAS)).toMatchObject({
      title: 'Gorgias\ufffd \ufffd',
      sync: { last: { outcome: 'complete' } },
    });
    expect(await admin.getAccount(GORGIAS, SAM)).toMatchObject({
      identity: { displayName: 'Sam\ufffdRivers' },
    });
  });
});
