import type { SubdistrictFeature } from '../../../shared/api/answers.ts';
import { useStore, useWords } from '../store-context.ts';

/** The subdistricts on the map with how many places each has. */
export function SubdistrictList({ onChoose }: { onChoose: (subdistrict: SubdistrictFeature) => void }) {
  const store = useStore();
  const { words, language } = useWords();
  return (
    <ul class="cell-list">
      {store.subdistricts.value.map((subdistrict) => {
        const { name, nameEn, counts } = subdistrict.properties;
        return (
          <li key={subdistrict.id} class="cell-line">
            <button type="button" class="weui-cell cell-button" onClick={() => onChoose(subdistrict)}>
              <span class="weui-cell__bd">{language === 'en' ? nameEn : name}</span>
              <span class="weui-cell__ft">
                {words.onMapCount(counts.station + counts.merchant + counts.facility)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
