/**
 * The fills of grades, gaps and of what is unknown, once in the page: map, legend and report name them by their id.
 * Each grade has a hatch of its own, denser the worse it is, so that nobody needs to tell red from green.
 */
export const Patterns = () => (
  <svg class="patterns" width="0" height="0" aria-hidden="true">
    <defs>
      <pattern id="grade-red" width="9" height="9" patternUnits="userSpaceOnUse">
        <rect class="tint tint-red" width="9" height="9" />
        <path class="hatch hatch-red" d="M0 9 9 0M0 0l9 9" />
      </pattern>
      <pattern id="grade-orange" width="9" height="9" patternUnits="userSpaceOnUse">
        <rect class="tint tint-orange" width="9" height="9" />
        <path class="hatch hatch-orange" d="M-2 2 2-2M0 9 9 0M7 11l4-4" />
      </pattern>
      <pattern id="grade-yellow" width="12" height="12" patternUnits="userSpaceOnUse">
        <rect class="tint tint-yellow" width="12" height="12" />
        <circle class="dot-yellow" cx="3" cy="3" r="1.4" />
        <circle class="dot-yellow" cx="9" cy="9" r="1.4" />
      </pattern>
      <pattern id="grade-green" width="9" height="9" patternUnits="userSpaceOnUse">
        <rect class="tint tint-green" width="9" height="9" />
      </pattern>
      <pattern
        id="gap-hatch"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect class="gap-ground" width="7" height="7" />
        <path class="gap-lines" d="M0 1.500h7" />
      </pattern>
      <pattern id="unknown-marks" width="13" height="15" patternUnits="userSpaceOnUse">
        <rect class="unknown-ground" width="13" height="15" />
        <text class="unknown-mark" x="3.5" y="12">
          ?
        </text>
      </pattern>
    </defs>
  </svg>
);
