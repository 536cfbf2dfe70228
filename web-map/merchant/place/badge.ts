import type { Language } from '../../i18n/language.ts';
import { MERCHANT_MESSAGES } from '../../i18n/merchant/messages.ts';

/** The badge of a friendly shop, as an SVG file for its own pages and delivery apps. */
export const badgeSvg = (name: string, language: Language): string => {
  const words = MERCHANT_MESSAGES[language];
  const shown = [...name].length > 14 ? `${[...name].slice(0, 13).join('')}…` : name;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" font-family="PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif" text-anchor="middle">
<circle cx="200" cy="200" r="192" fill="#fff9f4" stroke="#b93a0a" stroke-width="12"/>
<path d="M200 70l74 60v70a14 14 0 0 1-14 14H140a14 14 0 0 1-14-14v-70z" fill="#b93a0a" stroke="#b93a0a" stroke-width="12" stroke-linejoin="round"/>
<path d="M174 204v-30a26 26 0 0 1 52 0v30z" fill="#fff0c2"/>
<text x="200" y="268" font-size="38" font-weight="700" fill="#b93a0a">${words.badgeTitle}</text>
<text x="200" y="308" font-size="24" fill="#1f1a17">${escaped(shown)}</text>
<text x="200" y="344" font-size="18" fill="#6b5f57">${words.brand}</text>
</svg>
`;
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** Hands the badge to the browser as a file. */
export const saveBadge = (name: string, language: Language): void => {
  const address = URL.createObjectURL(new Blob([badgeSvg(name, language)], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replace(/[\\/:*?"<>|]/g, '')}-${MERCHANT_MESSAGES[language].badgeFile}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
