const path = require('node:path');

const shared = {
  rootDir: path.resolve(__dirname, '..'),
  testEnvironment: 'node',
  setupFilesAfterEnv: [path.join(__dirname, 'jest.setup.cjs')],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
  transform: {
    '\\.m?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // The spreadsheet engine and several of its dependencies are published as ES modules only.
  transformIgnorePatterns: [],
};

module.exports = {
  // Browser tests wait for another process half of the time: a core kept free would be idle.
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts?(x)'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/oracle/'],
    },
    { ...shared, displayName: 'oracle', testMatch: ['<rootDir>/test/oracle/**/*.test.ts'] },
  ],
};
