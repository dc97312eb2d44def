// @ts-check

/**
 * Whose accounts are by what modules know.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('identity_matches', table => {
    table.comment('What identity matchers said of accounts no address tells');
    table.string('connection_id', 36).notNullable();
    table.string('account_id', 20).notNullable();
    table.string('matcher_id', 40).notNullable();
    table.string('staff_ref').notNullable();
    table.text('reason').notNullable();
    table.primary(['connection_id', 'account_id', 'matcher_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('identity_matches');
};
