import './page.css';
import { startPage } from '../session/start-page.tsx';
import { StaffPage } from './staff-page.tsx';
import { siteConfig } from './state/site-config.ts';

startPage('staff', StaffPage, siteConfig);
