import { roles as en } from '../en/roles';
import { Translated } from '../translated';

export const roles: Translated<typeof en> = {
  none: 'Keine',
  bot: 'Bot',
  'internal-agent': 'Gorgias intern',
};
