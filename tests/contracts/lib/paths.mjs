import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const contracts = resolve(root, process.env.PULPOSYNC_CONTRACTS ?? '../shared/contracts');
export const traffic = process.env.PULPOSYNC_TRAFFIC ? resolve(process.env.PULPOSYNC_TRAFFIC) : null;
export const sandboxSchema = join(root, 'src/PulpoSync.Sandbox/Shopify/schema.graphql');

/** Why a test is left out, or false where its file is there. */
export const skipWithout = (file, words) => (file && existsSync(file) ? false : words);
