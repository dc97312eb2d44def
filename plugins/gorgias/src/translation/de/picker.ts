import { picker as en } from '../en/picker';
import { Translated } from '../translated';

export const picker: Translated<typeof en> = {
  help: 'Geben Sie einen Namen oder eine Entitätsreferenz wie {{example}} ein.',
  noMatch:
    'Im Katalog passt niemand dazu. Eine vollständige Entitätsreferenz gilt auch.',
  failed: 'Der Katalog konnte nicht durchsucht werden: {{message}}',
};
