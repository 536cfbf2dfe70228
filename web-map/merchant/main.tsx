import './page.css';
import { render } from 'preact';
import { announceLanguage } from '../page-language.ts';
import { SignInGate } from '../session/sign-in-gate.tsx';
import { loadSiteConfig } from '../site-config.ts';
import { MerchantPage } from './merchant-page.tsx';
import { siteConfig } from './state/site.ts';

announceLanguage();
loadSiteConfig(fetch).then((config) => {
  siteConfig.value = config;
});
const root = document.getElementById('root');
if (root)
  render(
    <SignInGate page="merchant">
      <MerchantPage />
    </SignInGate>,
    root,
  );
