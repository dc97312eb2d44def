// @ts-check

/**
 * Times are ISO 8601 text in UTC with milliseconds, so that they read, sort
 * and compare the same on SQLite and PostgreSQL.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('connections', table => {
    table.comment('Grants between an entity and a Gorgias account');
    table.string('id', 36).primary().comment('UUID');
    table.string('entity_ref').notNullable().comment('Entity of the account');
    table.string('subdomain', 63).notNullable().comment('Gorgias account');
    table
      .string('state', 20)
      .notNullable()
      .comment('connected, needs-reconnect or disconnected');
    table.text('state_reason').comment('Why a reconnect is needed');
    table.text('scopes').notNullable().comment('Granted scopes, by spaces');
    table.text('access_token').comment('Encrypted; null once disconnected');
    table.string('access_token_expires_at', 24);
    table.text('refresh_token').comment('Encrypted; null once disconnected');
    table
      .integer('token_version')
      .notNullable()
      .comment('Counts token changes, for compare-and-swap');
    table
      .string('gorgias_user_id', 20)
      .notNullable()
      .comment('Gorgias user whose rights the connection uses');
    table.text('gorgias_user_name');
    table.text('gorgias_user_email');
    table.string('connected_by').notNullable().comment('User entity ref');
    table.string('connected_at', 24).notNullable();
    table.string('disconnected_by').comment('User entity ref');
    table.string('disconnected_at', 24);
    table.unique(['entity_ref', 'subdomain']);
  });

  await knex.schema.createTable('connect_sessions', table => {
    table.comment('Attempts to connect, each usable once for ten minutes');
    table.string('id', 36).primary().comment('UUID');
    table.string('state_hash', 64).notNullable().unique().comment('SHA-256');
    table
      .string('binding_hash', 64)
      .notNullable()
      .comment('SHA-256 of the cookie of the browser that began');
    table.string('entity_ref').notNullable();
    table.string('subdomain', 63).notNullable();
    table.string('user_entity_ref').notNullable().comment('Who began');
    table.string('created_at', 24).notNullable();
    table.string('expires_at', 24).notNullable().index();
    table.string('consumed_at', 24).comment('When the callback used it');
    table
      .string('status', 10)
      .notNullable()
      .comment('pending, succeeded, failed');
    table.string('error_code', 30);
  });

  await knex.schema.createTable('sync_runs', table => {
    table.comment('Attempts to read everything and judge it');
    table.increments('sequence').comment('In the order they were asked for');
    table.string('id', 36).notNullable().unique().comment('UUID');
    table.string('connection_id', 36).notNullable();
    table
      .string('trigger', 10)
      .notNullable()
      .comment('schedule, manual, connected');
    table.string('requested_by').comment('User entity ref, of manual runs');
    table.string('requested_at', 24).notNullable();
    table.string('started_at', 24).comment('Null while it waits for a backend');
    table.string('finished_at', 24);
    table
      .string('outcome', 10)
      .notNullable()
      .comment('running, complete, failed');
    table.integer('pages').notNullable();
    table.integer('accounts').notNullable();
    table.integer('added').comment('Changes are set on complete runs');
    table.integer('updated');
    table.integer('gone');
    table.text('error').comment('What went wrong, of failed runs');
    table.index(['connection_id', 'sequence']);
    table.index(['outcome']);
  });

  await knex.schema.createTable('accounts', table => {
    table.comment('Users of a Gorgias account as of the last complete read');
    table.string('connection_id', 36).notNullable();
    table.string('account_id', 20).notNullable().comment('Id at Gorgias');
    table
      .string('state', 12)
      .notNullable()
      .comment('active, deactivated, gone');
    table.string('kind', 8).notNullable().comment('human, bot, unknown');
    table.text('email');
    table.text('name');
    table.string('gorgias_role').comment('Raw role name');
    table.boolean('own_two_factor').comment('Null: Gorgias does not tell');
    table.boolean('has_password').comment('Null: Gorgias does not tell');
    table.string('sso').comment('Single sign-on provider');
    table.string('created_at', 24);
    table.string('deactivated_at', 24);
    table.string('first_seen_at', 24).notNullable();
    table.string('last_seen_at', 24).notNullable();
    table.string('gone_at', 24).comment('First complete read without it');
    table.primary(['connection_id', 'account_id']);
  });

  await knex.schema.createTable('sign_in_settings', table => {
    table.comment('The few sign-in settings of an account that checks need');
    table.string('connection_id', 36).primary();
    table.boolean('sso_enforced').comment('Null: Gorgias does not tell');
    table.boolean('two_factor_enforced').comment('Null: Gorgias does not tell');
    table.string('facts_at', 24).notNullable().comment('When they were read');
  });

  await knex.schema.createTable('staff_members', table => {
    table.comment('People of the organisation, those who left included');
    table.string('entity_ref').primary().comment('User entity');
    table.text('display_name').notNullable();
    table.text('emails').notNullable().comment('JSON list');
    table.text('org_roles').notNullable().comment('JSON list of group refs');
    table.string('state', 10).notNullable().comment('current, offboarded');
    table.string('offboarded_at', 24);
    table.string('offboarded_ground', 10).comment('mark, vanished');
    table.string('first_seen_at', 24).notNullable();
    table.string('last_seen_at', 24).notNullable();
  });

  await knex.schema.createTable('org_roles', table => {
    table.comment('Org roles that existed at the last reading of staff');
    table.string('entity_ref').primary();
  });

  await knex.schema.createTable('identity_links', table => {
    table.comment('Whose an account is, kept when its e-mail address changes');
    table.string('connection_id', 36).notNullable();
    table.string('account_id', 20).notNullable();
    table.string('staff_ref').notNullable();
    table.text('email').notNullable().comment('Address that made the link');
    table.string('linked_at', 24).notNullable();
    table.primary(['connection_id', 'account_id']);
  });

  await knex.schema.createTable('critical_systems', table => {
    table.comment('Entities that an admin added as critical systems');
    table.string('entity_ref').primary();
    table.text('title').notNullable().comment('As it was last seen');
    table.string('owner').comment('Entity ref of the owner, as last seen');
    table.string('added_by').notNullable().comment('User entity ref');
    table.string('added_at', 24).notNullable();
  });

  await knex.schema.createTable('access_rules', table => {
    table.comment('Who may validly use a critical system');
    table.string('entity_ref').primary();
    table.text('spec').notNullable().comment('JSON');
    table.integer('revision').notNullable();
    table.string('updated_by').notNullable().comment('User entity ref');
    table.string('updated_at', 24).notNullable();
  });

  await knex.schema.createTable('verdicts', table => {
    table.comment('Current outcome of every check');
    table.string('entity_ref').notNullable();
    table.string('check_id', 30).notNullable();
    table
      .string('account_id', 20)
      .notNullable()
      .comment('Empty for the check of the system itself');
    table.string('status', 14).notNullable();
    table.text('ground').notNullable();
    table.text('remedy');
    table.text('facts').notNullable().comment('JSON');
    table.string('owner').comment('Entity ref of who is asked to act');
    table.string('since', 24).notNullable();
    table.string('due_at', 24);
    table.primary(['entity_ref', 'check_id', 'account_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'verdicts',
    'access_rules',
    'critical_systems',
    'identity_links',
    'org_roles',
    'staff_members',
    'sign_in_settings',
    'accounts',
    'sync_runs',
    'connect_sessions',
    'connections',
  ]) {
    await knex.schema.dropTable(table);
  }
};
