// @ts-check

/**
 * What people were told to do, so that nobody is told twice or too often.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('told_duties', table => {
    table.comment('Who was told of what, until it is done');
    table.string('entity_ref').notNullable().comment('Critical system');
    table.string('recipient').notNullable().comment('User or group entity ref');
    table.string('duty', 30).notNullable().comment('What is to be done');
    table
      .string('subject', 36)
      .notNullable()
      .comment('Id of the account, connection or exception; empty: the system');
    table.primary(['entity_ref', 'recipient', 'duty', 'subject']);
  });

  await knex.schema.createTable('told_recipients', table => {
    table.comment('When each recipient was last told of a system');
    table.string('entity_ref').notNullable().comment('Critical system');
    table.string('recipient').notNullable().comment('User or group entity ref');
    table.string('told_at', 24).notNullable();
    table.primary(['entity_ref', 'recipient']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['told_recipients', 'told_duties']) {
    await knex.schema.dropTable(table);
  }
};
