import { userSchema } from '../gorgias/schemas';
import { toAccountFacts } from './account';

describe('toAccountFacts', () => {
  it.each([
    ['google', 'google'],
    [' okta ', 'okta'],
    ['', null],
    [' ', null],
    [null, null],
  ])('takes the mark %p of single sign-on for %p', (sso, mark) => {
    const user = userSchema.parse({ id: 1, meta: { sso } });
    expect(toAccountFacts(user).sso).toBe(mark);
  });

  it('takes no mark for no single sign-on', () => {
    expect(toAccountFacts(userSchema.parse({ id: 1 })).sso).toBeNull();
    expect(
      toAccountFacts(userSchema.parse({ id: 1, meta: {} })).sso,
    ).toBeNull();
  });
});
