import { BREAK_HOWS } from '../breaks/Break';
import { form, roleOptions } from './formHtml';

/** The forms that change an account as a whole. */
export function accountForms(url: string, subdomain: string): string {
  const field = (name: string, label: string, attributes: string): string => {
    const id = `${subdomain}-${name}`.replace(/[^a-z0-9-]/gi, '-');
    return `<span><label for="${id}">${label}</label>
<input id="${id}" name="${name}" ${attributes}></span>`;
  };
  const count = (name: string) =>
    field(
      name,
      'How many',
      'type="number" min="1" max="1000" value="1" required',
    );
  return [
    form(
      `${url}/users`,
      `${field('name', 'Name', 'required')}
${field('email', 'E-mail', 'type="email" required')}
<span><label for="${subdomain}-role">Role</label>
<select id="${subdomain}-role" name="role">${roleOptions(
        'basic-agent',
      )}</select></span>
<button type="submit">Invite</button>`,
    ),
    form(
      `${url}/faults`,
      `${field(
        'latencyMilliseconds:json',
        'Latency in milliseconds',
        'type="number" min="0" max="60000" value="1000" required',
      )}
<button type="submit">Add latency</button>`,
    ),
    form(
      `${url}/faults`,
      `${count('failNext.count:json')}
${field(
  'failNext.status:json',
  'Status',
  'type="number" min="400" max="599" value="503" required',
)}
<button type="submit">Fail next requests</button>`,
    ),
    form(
      `${url}/faults`,
      `${count('rateLimitNext.count:json')}
${field(
  'rateLimitNext.retryAfterSeconds:json',
  'Retry after seconds',
  'type="number" min="0" value="5" required',
)}
<button type="submit">Rate limit next requests</button>`,
    ),
    form(
      `${url}/faults`,
      `<span><label for="${subdomain}-how">How</label>
<select id="${subdomain}-how" name="breakNext.how">${BREAK_HOWS.map(
        how => `<option>${how}</option>`,
      ).join('')}</select></span>
${field('breakNext.path', 'Path', 'value="/api" required')}
${field(
  'breakNext.skip:json',
  'How many pass before',
  'type="number" min="0" max="1000" value="0" required',
)}
<button type="submit">Break next answer</button>`,
    ),
    form(
      `${url}/faults`,
      '<button type="submit">Clear faults</button>',
      'DELETE',
    ),
    form(
      `${url}/expire-tokens`,
      '<button type="submit">Expire tokens</button>',
    ),
    form(
      `${url}/revoke-grants`,
      '<button type="submit">Revoke grants</button>',
    ),
    form(
      `${url}/api-keys/revoke`,
      '<button type="submit">Revoke API key</button>',
    ),
    form(
      `${url}/reset`,
      '<button type="submit" class="danger">Reset account</button>',
    ),
  ].join('\n');
}
