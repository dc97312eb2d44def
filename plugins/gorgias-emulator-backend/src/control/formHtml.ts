import escapeHtml from 'escape-html';
import { ROLES } from '../api/users';

/** A form of the control page; see `readForm` for what its fields may say. */
export function form(action: string, content: string, method?: string): string {
  return `<form method="post" action="${escapeHtml(action)}">${
    method ? `<input type="hidden" name="_method" value="${method}">` : ''
  }${content}</form>`;
}

/** The options of a choice of roles, unknown ones included if in use. */
export function roleOptions(selected: string): string {
  const roles = new Set<string>([...ROLES, selected]);
  return [...roles]
    .map(
      role =>
        `<option${role === selected ? ' selected' : ''}>${escapeHtml(
          role,
        )}</option>`,
    )
    .join('');
}
