import { parseCookie, serialiseCookie } from './bindingCookie';

describe('the cookie that binds an attempt to a browser', () => {
  it('is sent over HTTPS only, where the backend is reached by it', () => {
    const cookie = serialiseCookie('1', 'binding', {
      callbackUrl: 'https://backstage.acme.example/api/gorgias/callback',
      maxAgeSeconds: 600,
    });
    expect(cookie.split('; ')).toEqual(
      expect.arrayContaining([
        'HttpOnly',
        'Path=/api/gorgias/callback',
        'SameSite=Lax',
        'Secure',
      ]),
    );
  });

  it('is no other of the same browser, whatever its name', () => {
    for (const header of [
      '',
      'gorgias-connect-1',
      'gorgias-connect-11=a; gorgias-connect-=b; 1=c; __proto__=d',
      '=; ;;=gorgias-connect-1',
    ]) {
      expect(parseCookie(header, '1')).toBeUndefined();
    }
    expect(parseCookie('a=b; gorgias-connect-1=c', '1')).toBe('c');
    expect(parseCookie(undefined, '1')).toBeUndefined();
  });
});
