module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Benchmarks measure the parts of the plugins, which only the source has.
  rules: {
    '@backstage/no-relative-monorepo-imports': 'off',
    '@backstage/no-mixed-plugin-imports': 'off',
    'no-console': 'off',
  },
  overrides: [
    {
      // The soak runs what tests run, only longer.
      files: ['src/soak/**'],
      rules: { 'no-restricted-imports': 'off' },
    },
  ],
});
