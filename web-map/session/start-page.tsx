import type { Signal } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import type { SiteConfig } from '../../shared/site/site-config.ts';
import { announceLanguage } from '../page-language.ts';
import { loadSiteConfig } from '../site-config.ts';
import { SignInGate } from './sign-in-gate.tsx';
import type { Page } from './web-sign-in.ts';

/** Shows a page to whoever is signed in, once it is known how the site is configured. */
export async function startPage(
  page: Page,
  Shown: ComponentType,
  siteConfig: Signal<SiteConfig>,
): Promise<void> {
  announceLanguage();
  siteConfig.value = await loadSiteConfig(fetch);
  const root = document.getElementById('root');
  if (!root) return;
  render(
    <SignInGate page={page}>
      <Shown />
    </SignInGate>,
    root,
  );
}
