// @ts-check

/**
 * How many verdicts and accounts of each kind there are, counted once when a
 * system is judged instead of for everybody who looks. None, as after this,
 * has them counted then.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table.text('counts').comment('JSON: verdicts and accounts by kind');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table.dropColumn('counts');
  });
};
