import type { Vault } from './vault.ts'

export declare const openVault: () => Vault
