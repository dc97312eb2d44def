import { card as en } from '../en/card';
import { Translated } from '../translated';

export const card: Translated<typeof en> = {
  title: 'Kritische Systeme',
  summary: 'Übersicht',
  overall: 'Insgesamt',
  checks: 'Zugriffsprüfungen',
  tasks: 'Zu tun',
  askOwner: 'Das kann ein Admin kritischer Systeme. Fragen Sie',
  askAdmin: 'Bitten Sie einen Admin kritischer Systeme darum.',
  ownAccess: 'Ihr eigener Zugriff',
};
