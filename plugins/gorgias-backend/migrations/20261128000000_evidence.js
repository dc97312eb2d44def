// @ts-check

/**
 * The ledger: what mattered, in a chain of hashes whose heads are signed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const content = table => {
    table.string('id', 36).notNullable().unique().comment('UUID');
    table.string('at', 24).notNullable().comment('When it happened');
    table.string('kind', 30).notNullable();
    table.string('entity_ref').comment('System; null: of all of them');
    table
      .string('scope', 64)
      .notNullable()
      .comment('SHA-256 of whom it is about');
  };

  await knex.schema.createTable('ledger_pending', table => {
    table.comment('What is still to be chained, written with what it tells of');
    table.increments('position').comment('In the order they were written');
    content(table);
    table.text('body').notNullable().comment('Canonical JSON');
  });

  await knex.schema.createTable('ledger_entries', table => {
    table.comment('What mattered, each entry holding all before it in place');
    table.integer('sequence').primary().comment('From 1 on, without a gap');
    content(table);
    table
      .text('body')
      .comment('Canonical JSON; null once retention has removed it');
    table.string('body_hash', 64).notNullable().comment('SHA-256');
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.index(['entity_ref', 'kind', 'sequence']);
    table.index(['at']);
  });

  await knex.schema.createTable('ledger_tip', table => {
    table.comment('Where the chain ends; its lock makes chaining take turns');
    table.integer('only').primary().comment('Always 1');
    table.integer('sequence').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex('ledger_tip').insert({
    only: 1,
    sequence: 0,
    hash: '0'.repeat(64),
  });

  await knex.schema.createTable('ledger_heads', table => {
    table.comment('Where the chain ended at a time, signed');
    table.increments('number');
    table.integer('sequence').notNullable();
    table.string('hash', 64).notNullable();
    table.string('signed_at', 24).notNullable().index();
    table.string('key_id', 40).comment('Null: no key is configured');
    table.string('signature', 128).comment('Ed25519; null as the key id');
  });

  await knex.schema.createTable('ledger_keys', table => {
    table.comment('Every key that heads were ever signed with');
    table.string('key_id', 40).primary();
    table.text('public_key').notNullable().comment('PEM');
    table.string('first_used_at', 24).notNullable();
  });

  await knex.schema.createTable('ledger_recipients', table => {
    table.comment('Up to which head each external log was told');
    table.string('recipient_id', 100).primary();
    table.integer('number').notNullable().comment('Of the head');
  });

  await knex.schema.createTable('ledger_population', table => {
    table.comment('The accounts of each system as the ledger has them');
    table.string('entity_ref').notNullable();
    table.string('account_id', 20).notNullable();
    table.string('row_hash', 64).notNullable().comment('SHA-256');
    table.primary(['entity_ref', 'account_id']);
  });

  await knex.schema.createTable('ledger_snapshots', table => {
    table.comment('When everybody of a system was entered last');
    table.string('entity_ref').primary();
    table.string('at', 24).notNullable();
  });

  // Everything is judged anew when the backend starts, which enters it.
  await knex('evaluations').update({ changes_at: new Date(0).toISOString() });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'ledger_snapshots',
    'ledger_population',
    'ledger_recipients',
    'ledger_keys',
    'ledger_heads',
    'ledger_tip',
    'ledger_entries',
    'ledger_pending',
  ]) {
    await knex.schema.dropTable(table);
  }
};
