import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../shared/api/client.ts';
import type { Photo } from '../../../shared/photo/photo.ts';
import { PHOTO_LIMITS } from '../../../shared/photo/photo-limits.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Field, type FieldProps } from '../field.tsx';
import { formWords } from '../form-words.ts';
import { type PhotoSource, refusalOf } from './photo-source.ts';

/** A file on its way. `part` is 0 to 1; 1 while the server reads it. */
type Upload = { key: number; file: File; preview: string; part: number; error?: string };

/**
 * Pictures: taken or chosen, uploaded one after another with their progress, put in order (the first is the cover),
 * removed. `value` are the ids in order; what `photos` knows of them (how the check stands) is shown. An upload that
 * fails can be tried again; one that ends after the form was left is not lost on the server, only not listed.
 */
export function PhotoPicker({
  value,
  photos = [],
  most = PHOTO_LIMITS.mostOfPlace,
  source,
  onChange,
  ...field
}: FieldProps & {
  value: readonly string[];
  photos?: readonly Photo[];
  most?: number;
  source: PhotoSource;
  onChange: (ids: string[]) => void;
}) {
  const { words, language } = formWords();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refused, setRefused] = useState<string | undefined>();
  const input = useRef<HTMLInputElement>(null);
  const nextKey = useRef(0);
  const newest = useRef({ value, onChange });
  newest.current = { value, onChange };
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );

  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const drop = (key: number) => setUploads((all) => all.filter((each) => each.key !== key));
  const send = async ({ key, file }: Upload) => {
    setUploads((all) => all.map((each) => (each.key === key ? withoutError(each) : each)));
    try {
      const photo = await source.upload(file, (part) => change(key, { part }));
      if (!isThere.current) return;
      drop(key);
      newest.current.onChange([...newest.current.value, photo.id]);
    } catch (error) {
      const problem = error instanceof ApiError ? error.problem : undefined;
      change(key, { error: problem?.title[language] ?? words.photoFailed });
    }
  };
  const take = async (files: readonly File[]) => {
    setRefused(undefined);
    const room = most - value.length - uploads.length;
    const good: Upload[] = [];
    for (const file of files) {
      const refusal = refusalOf(file);
      if (refusal) setRefused(words[refusal]);
      else if (good.length < room)
        good.push({ key: nextKey.current++, file, part: 0, preview: await previewOf(file) });
      else setRefused(words.photosFull);
    }
    setUploads((all) => [...all, ...good]);
    for (const upload of good) await send(upload);
  };
  const known = new Map(photos.map((photo) => [photo.id, photo]));
  const count = value.length + uploads.length;

  return (
    <Field {...field} error={refused ?? field.error} isGroup>
      {() => (
        <>
          <ul class="photo-grid">
            {value.map((id, index) => (
              <li class="photo" key={id}>
                <img src={source.imageOf(id, 'thumbnail')} alt={words.photoNumber(index + 1)} />
                {index === 0 && <span class="photo-cover">{words.cover}</span>}
                {checkText(known.get(id), words) && (
                  <span class="photo-check">{checkText(known.get(id), words)}</span>
                )}
                <span class="photo-buttons">
                  {index > 0 && (
                    <IconButton
                      icon="back"
                      label={words.movePhotoForward(index + 1)}
                      onClick={() => onChange(movedForward(value, index))}
                    />
                  )}
                  <IconButton
                    icon="trash"
                    label={words.removePhoto(index + 1)}
                    onClick={() => onChange(value.filter((other) => other !== id))}
                  />
                </span>
              </li>
            ))}
            {uploads.map((upload) => (
              <li class="photo" key={upload.key}>
                {upload.preview && <img src={upload.preview} alt="" />}
                <span class="photo-progress" role="status">
                  {upload.error ??
                    (upload.part < 1 ? words.uploading(Math.round(upload.part * 100)) : words.processing)}
                </span>
                {upload.error && (
                  <span class="photo-retry">
                    <Button onClick={() => void send(upload)}>{words.tryAgain}</Button>
                    <Button onClick={() => drop(upload.key)}>{words.discard}</Button>
                  </span>
                )}
              </li>
            ))}
            {count < most && (
              <li>
                <button type="button" class="photo-add" onClick={() => input.current?.click()}>
                  <Icon id="camera" />
                  {words.addPhoto}
                </button>
              </li>
            )}
          </ul>
          <p class="field-count">{words.photoCount(count, most)}</p>
          <input
            ref={input}
            type="file"
            class="visually-hidden"
            tabIndex={-1}
            aria-hidden="true"
            accept={PHOTO_LIMITS.types.join()}
            multiple
            onChange={(event) => {
              void take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </>
      )}
    </Field>
  );
}

const withoutError = ({ error: _, ...upload }: Upload): Upload => ({ ...upload, part: 0 });

const movedForward = (ids: readonly string[], index: number): string[] => {
  const moved = [...ids];
  moved.splice(index - 1, 2, ids[index] as string, ids[index - 1] as string);
  return moved;
};

const checkText = (
  photo: Photo | undefined,
  words: ReturnType<typeof formWords>['words'],
): string | undefined => {
  if (!photo || photo.check === 'pass') return undefined;
  return photo.check === 'pending' ? words.photoPending : words.photoHeld;
};

/** The file itself as an address that the page's security policy lets images have; nothing where it cannot be read. */
const previewOf = (file: File): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve('');
    reader.readAsDataURL(file);
  });
