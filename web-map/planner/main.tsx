import './page.css';
import { render } from 'preact';
import { announceLanguage } from '../page-language.ts';
import { SignInGate } from '../session/sign-in-gate.tsx';
import { loadSiteConfig } from '../site-config.ts';
import { PlannerPage } from './planner-page.tsx';
import { siteConfig } from './state/page-state.ts';

const start = async (): Promise<void> => {
  announceLanguage();
  siteConfig.value = await loadSiteConfig(fetch);
  const root = document.getElementById('root');
  if (!root) return;
  render(
    <SignInGate page="planner">
      <PlannerPage />
    </SignInGate>,
    root,
  );
};

start();
