// @ts-check

/**
 * What stands for everything that the verdicts on an account rest on, so that
 * only those are looked at again of which something changed. None, as after
 * this, has an account looked at.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('judged_accounts', table => {
    table
      .string('digest', 44)
      .comment('Of what the verdicts rest on and came to');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('judged_accounts', table => {
    table.dropColumn('digest');
  });
};
