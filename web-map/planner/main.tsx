import './page.css';
import { startPage } from '../session/start-page.tsx';
import { PlannerPage } from './planner-page.tsx';
import { siteConfig } from './state/page-state.ts';

startPage('planner', PlannerPage, siteConfig);
