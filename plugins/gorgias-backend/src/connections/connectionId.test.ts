import fc from 'fast-check';
import { connectionIdOf } from './connectionId';

describe('connectionIdOf', () => {
  it('looks like a UUID, and is always the same', () => {
    // Known, since ids are in databases: another would make a second connection.
    expect(connectionIdOf('resource:default/gorgias', 'acme')).toBe(
      '8107e194-07d6-7523-ef3a-a45392a9010c',
    );
  });

  it('is another for another entity or account', () => {
    const part = fc.stringMatching(/^[a-z:/.-]{1,30}$/);
    fc.assert(
      fc.property(part, part, part, part, (entity, account, entity2, other) => {
        const id = connectionIdOf(entity, account);
        expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(connectionIdOf(entity2, other) === id).toBe(
          entity === entity2 && account === other,
        );
      }),
    );
  });
});
