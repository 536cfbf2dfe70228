import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every sentence of the planner's page, by the part of the page that says it. */
export type PlannerMessages = typeof zh;

/** The dictionary of each language. */
export const PLANNER_MESSAGES: Readonly<Record<Language, PlannerMessages>> = { zh, en };
