// @ts-check

/**
 * What webhooks are still to be sent, so that a restart loses nothing.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('webhook_messages', table => {
    table.comment('What is to be sent, written with what it tells of');
    table.increments('position').comment('In the order they are sent');
    table.string('webhook_id', 40).notNullable().comment('Of configuration');
    table.string('message_id', 40).notNullable().comment('The same each try');
    table.string('at', 24).notNullable().comment('When it happened');
    table.text('body').notNullable().comment('JSON, as it is sent');
    table.index(['webhook_id', 'position']);
    table.index(['at']);
  });

  await knex.schema.createTable('webhook_failures', table => {
    table.comment('The webhooks whose last try failed');
    table.string('webhook_id', 40).primary();
    table.string('since', 24).notNullable().comment('The first failed try');
    table.string('next_at', 24).notNullable().comment('No try before');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['webhook_failures', 'webhook_messages']) {
    await knex.schema.dropTable(table);
  }
};
