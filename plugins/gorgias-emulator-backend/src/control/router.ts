import Router from 'express-promise-router';
import { Account } from '../accounts/Account';

export function createControlRouter(_options: {
  accounts: Map<string, Account>;
  baseUrl: string;
}) {
  return Router();
}
