import type { Grant } from '../../shared/access/grant.ts';
import { ROLE_WORDS } from '../../shared/labels/role-words.ts';
import { language } from '../page-language.ts';
import { useSessionWords } from './use-session-words.ts';
import { useSubdistrictNames } from './use-subdistrict-names.ts';

/** What somebody may do, and where. */
export function RoleList({ grants }: { grants: readonly Grant[] }) {
  const words = useSessionWords();
  const names = useSubdistrictNames();
  if (grants.length === 0) return <>{words.noRoles}</>;
  return (
    <ul>
      {grants.map(({ role, subdistrict, grids }) => (
        <li key={`${role}${subdistrict}`}>
          {[
            ROLE_WORDS[role][language.value],
            subdistrict ? (names.value[subdistrict] ?? subdistrict) : words.everywhere,
            ...(grids ? [words.gridsOnly(grids.join('、'))] : []),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  );
}
