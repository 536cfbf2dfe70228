/** A number on a line. */
export function Slider({
  id,
  min,
  max,
  step,
  value,
  text,
  isOff,
  onChange,
}: {
  id: string;
  min: number;
  max: number;
  step: number;
  value: number | undefined;
  /** What a screen reader says instead of the number. */
  text?: string;
  /** Whether the number counts for nothing. */
  isOff?: boolean;
  onChange: (value: number) => void;
}) {
  return (
    <input
      id={id}
      class="hour-slider"
      type="range"
      min={min}
      max={max}
      step={step}
      value={value}
      data-off={isOff}
      aria-valuetext={text}
      onInput={({ currentTarget }) => onChange(Number(currentTarget.value))}
    />
  );
}
