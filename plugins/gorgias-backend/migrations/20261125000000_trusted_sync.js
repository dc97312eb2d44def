// @ts-check

/**
 * What a sync needs that is to be trusted: held runs, early news by Gorgias'
 * event log, API keys, and sign-in settings with their dates.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connections', table => {
    table
      .string('method', 10)
      .notNullable()
      .defaultTo('oauth')
      .comment('oauth or api-key');
    table.text('api_key').comment('E-mail and API key, encrypted');
    table.text('warning').comment('What still works and soon may not');
  });

  // Two that wait for the same connection would be done twice.
  await knex('sync_runs')
    .where({ outcome: 'running' })
    .whereNull('started_at')
    .delete();
  await knex.schema.alterTable('sync_runs', table => {
    table
      .integer('retries')
      .notNullable()
      .defaultTo(0)
      .comment('Requests that had to be sent again');
    table
      .text('held_changes')
      .comment('JSON: who would be gone, of runs that were held');
    table.string('decision', 10).comment('accepted, discarded or superseded');
    table.string('decided_by').comment('User entity ref');
    table.string('decided_at', 24);
    table.unique(['connection_id'], {
      indexName: 'sync_runs_waiting',
      predicate: knex.whereRaw("outcome = 'running' and started_at is null"),
    });
  });

  await knex.schema.createTable('access_settings', table => {
    table.comment('The few sign-in settings of an account that checks need');
    table.string('connection_id', 36).primary();
    table
      .text('facts')
      .notNullable()
      .comment('JSON; what Gorgias does not tell is left out');
    table.string('facts_at', 24).notNullable().comment('When they were read');
  });
  // What the old table knew has no dates; the next read fills it anew.
  await knex.schema.dropTable('sign_in_settings');

  await knex.schema.createTable('gorgias_events', table => {
    table.comment('What the event log told of users, kept for a while');
    table.string('connection_id', 36).notNullable();
    table.string('event_id', 20).notNullable().comment('Id at Gorgias');
    table.string('type', 40).notNullable();
    table.string('account_id', 20).comment('Whom it is about');
    table.string('actor_id', 20).comment('Who did it; null: nobody told');
    table.string('at', 24).notNullable().comment("By Gorgias' clock");
    table.string('seen_at', 24).notNullable().comment('By our clock');
    table.primary(['connection_id', 'event_id']);
    table.index(['connection_id', 'at']);
  });

  await knex.schema.createTable('event_polls', table => {
    table.comment('How looking at the event log of each connection goes');
    table.string('connection_id', 36).primary();
    table.string('checked_at', 24).notNullable();
    table.text('problem').comment('Why the log can not be read');
  });

  await knex.schema.createTable('evaluations', table => {
    table.comment(
      'When each system was judged; writing it makes evaluations take turns',
    );
    table.string('entity_ref').primary();
    table.string('evaluated_at', 24).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('evaluations');
  await knex.schema.dropTable('event_polls');
  await knex.schema.dropTable('gorgias_events');
  await knex.schema.dropTable('access_settings');
  await knex.schema.createTable('sign_in_settings', table => {
    table.comment('The few sign-in settings of an account that checks need');
    table.string('connection_id', 36).primary();
    table.boolean('sso_enforced').comment('Null: Gorgias does not tell');
    table.boolean('two_factor_enforced').comment('Null: Gorgias does not tell');
    table.string('facts_at', 24).notNullable().comment('When they were read');
  });

  // The old code knows neither held runs nor the new ways to start one.
  await knex('sync_runs').where({ outcome: 'held' }).update({
    outcome: 'failed',
    error: 'The run was held, which this version does not know.',
  });
  await knex('sync_runs')
    .whereIn('trigger', ['event', 'accepted'])
    .update({ trigger: 'schedule' });
  await knex.schema.alterTable('sync_runs', table => {
    // With its predicate it is no constraint to PostgreSQL, only an index.
    table.dropIndex(['connection_id'], 'sync_runs_waiting');
  });
  await knex.schema.alterTable('sync_runs', table => {
    table.dropColumns(
      'retries',
      'held_changes',
      'decision',
      'decided_by',
      'decided_at',
    );
  });

  // Nor API keys: such a connection has to be made anew.
  await knex('connections').where({ method: 'api-key' }).update({
    state: 'disconnected',
  });
  await knex.schema.alterTable('connections', table => {
    table.dropColumns('method', 'api_key', 'warning');
  });
};
