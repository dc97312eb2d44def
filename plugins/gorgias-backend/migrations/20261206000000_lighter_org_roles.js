// @ts-check

/**
 * There are several org roles for each account, and an index makes each of
 * them take longer. The org roles an account had are kept with it, and say
 * under which keys they are to be removed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('judged_account_org_roles', table => {
    table.dropIndex(['entity_ref', 'account_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('judged_account_org_roles', table => {
    table.index(['entity_ref', 'account_id']);
  });
};
