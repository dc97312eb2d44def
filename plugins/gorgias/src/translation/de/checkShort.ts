import { checkShort as en } from '../en/checkShort';
import { Translated } from '../translated';

export const checkShort: Translated<typeof en> = {
  'user-identified': 'Zugeordnet',
  'offboarded-access-removed': 'Ausgeschieden',
  'access-control-configured': 'Eingerichtet',
  'mfa-enabled': 'MFA',
  'access-valid': 'Zugriff',
};
