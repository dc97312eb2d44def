// @ts-check

/** The columns with the status of each check of accounts. */
const CHECKS = [
  'user_identified',
  'offboarded_access_removed',
  'mfa_enabled',
  'access_valid',
];

/**
 * What lists of accounts are searched and put in order by, kept as the last
 * evaluation found it, and how the verdicts stood at the end of each day.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // By bytes, as SQLite compares, so that lists have the same order everywhere.
  const bytewise = knex.client.config.client.includes('pg')
    ? 'varchar(250) collate "C"'
    : 'varchar(250)';

  await knex.schema.createTable('judged_accounts', table => {
    table.comment('Accounts as the last evaluation of their system saw them');
    table.string('entity_ref').notNullable();
    table.string('account_id', 20).notNullable();
    table.string('state', 12).notNullable();
    table.string('gorgias_role').comment('Raw role name');
    table.text('identity').notNullable().comment('JSON');
    table.string('identity_type', 15).notNullable();
    table.string('staff_ref').comment('Whose it is, when that is known');
    table.string('staff_state', 10).comment('current, offboarded');
    table.string('offboarded_at', 24).comment('When that person left');
    table.text('groups').notNullable().comment('JSON list: the direct ones');
    table
      .text('org_roles')
      .notNullable()
      .comment('JSON list: all, as in judged_account_org_roles');
    for (const check of CHECKS) {
      table.string(check, 14).notNullable().comment('Status of that check');
    }
    table
      .integer('status_rank')
      .notNullable()
      .comment('Of the worst status; 0 is the worst there is');
    table
      .integer('stale_rank')
      .notNullable()
      .comment('The same, while the facts are older than allowed');
    table.text('search_text').notNullable().comment('In lower case');
    table
      .specificType('position', bytewise)
      .notNullable()
      .comment('Puts the oldest first; of one account only');
    for (const key of ['name_key', 'role_key', 'identity_key']) {
      table.specificType(key, bytewise).notNullable();
    }
    table.primary(['entity_ref', 'account_id']);
    table.unique(['entity_ref', 'position']);
    table.index(['entity_ref', 'staff_ref', 'position']);
    table.index(['entity_ref', 'staff_state']);
    for (const column of [
      'name_key',
      'role_key',
      'identity_key',
      'state',
      'status_rank',
      'stale_rank',
      ...CHECKS,
    ]) {
      table.index(
        ['entity_ref', column, 'position'],
        `judged_accounts_${column}_index`,
      );
    }
  });

  await knex.schema.createTable('judged_account_org_roles', table => {
    table.comment('The org roles of whom an account is, parents included');
    table.string('entity_ref').notNullable();
    table.string('org_role').notNullable();
    table.string('account_id', 20).notNullable();
    table.primary(['entity_ref', 'org_role', 'account_id']);
    table.index(['entity_ref', 'account_id']);
  });

  await knex.schema.createTable('verdict_days', table => {
    table.comment('How each check of a system stood at the end of a day');
    table.string('entity_ref').notNullable();
    table.string('day', 10).notNullable().comment('In UTC');
    table.string('check_id', 30).notNullable();
    table.text('counts').notNullable().comment('JSON: verdicts by status');
    table
      .string('stale_at', 24)
      .comment('When the facts it rests on get too old, unless read anew');
    table.primary(['entity_ref', 'day', 'check_id']);
  });

  await knex.schema.alterTable('evaluations', table => {
    table.string('connection_id', 36).comment('Whose accounts were judged');
    table.text('contradictions').comment('JSON list, newest first');
  });
  await knex.schema.alterTable('verdicts', table => {
    table.index(['entity_ref', 'check_id', 'status']);
  });
  await knex.schema.alterTable('gorgias_events', table => {
    table.index(['connection_id', 'type', 'account_id', 'at']);
  });

  // Everything is judged anew when the backend starts, which fills the tables.
  const due = new Date(0).toISOString();
  const systems = new Set([
    ...(await knex('connections').pluck('entity_ref')),
    ...(await knex('critical_systems').pluck('entity_ref')),
  ]);
  for (const system of systems) {
    await knex('evaluations')
      .insert({ entity_ref: system, evaluated_at: due, changes_at: due })
      .onConflict('entity_ref')
      .merge(['changes_at']);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('gorgias_events', table => {
    table.dropIndex(['connection_id', 'type', 'account_id', 'at']);
  });
  await knex.schema.alterTable('verdicts', table => {
    table.dropIndex(['entity_ref', 'check_id', 'status']);
  });
  await knex.schema.alterTable('evaluations', table => {
    table.dropColumns('connection_id', 'contradictions');
  });
  await knex.schema.dropTable('verdict_days');
  await knex.schema.dropTable('judged_account_org_roles');
  await knex.schema.dropTable('judged_accounts');
};
