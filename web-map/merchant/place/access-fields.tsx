import type { Access } from '../../../shared/place/place.ts';
import { ChoiceField } from '../../form/choice-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { merchantWords } from '../merchant-words.ts';

const TEXTS = ['entrance', 'ebikeParking', 'whoMayEnter'] as const;
const STAYS = ['0', '20', '30', '60', '120'] as const;
type Stay = (typeof STAYS)[number];

/** How to get in, for someone standing outside. */
export function AccessFields({ value, onChange }: { value: Access; onChange: (value: Access) => void }) {
  const { words } = merchantWords();
  const set = (name: (typeof TEXTS)[number], text: string) => {
    const { [name]: _, ...rest } = value;
    onChange(text === '' ? rest : { ...rest, [name]: text });
  };
  const stay = String(value.maxStayMinutes ?? 0);
  const stays = (STAYS as readonly string[]).includes(stay) ? STAYS : [...STAYS, stay as Stay];
  return (
    <>
      {TEXTS.map((name) => (
        <TextField
          key={name}
          label={words[name]}
          hint={words[`${name}Hint`]}
          isOptional
          value={value[name] ?? ''}
          maxLength={200}
          onChange={(text) => set(name, text)}
        />
      ))}
      <ChoiceField<Stay>
        label={words.maxStay}
        value={stay as Stay}
        choices={stays.map((code) => ({
          code,
          label: code === '0' ? words.noLimit : words.upToMinutes(Number(code)),
        }))}
        onChange={(code) => {
          const { maxStayMinutes: _, ...rest } = value;
          onChange(code === '0' ? rest : { ...rest, maxStayMinutes: Number(code) });
        }}
      />
    </>
  );
}
