#!/usr/bin/env bash
# What the action runs: the summary of the step, then annotations on standard output, and SARIF where it is asked for.
set -euo pipefail

arguments=()
if [ -n "${OBSERVATIONS:-}" ]; then arguments+=(--observations "$OBSERVATIONS"); fi
if [ -n "${AS_OF:-}" ]; then arguments+=(--as-of "$AS_OF"); fi
if [ -n "${FAIL_ON:-}" ]; then arguments+=(--fail-on "$FAIL_ON"); fi
while IFS= read -r path; do
  if [ -n "$path" ]; then arguments+=("$path"); fi
done <<<"${PATHS:-}"

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  rsnms check "${arguments[@]}" --format markdown >"$GITHUB_STEP_SUMMARY" || true # the check below says what failed
fi
if [ -n "${SARIF:-}" ]; then
  arguments+=(--format "sarif=$SARIF")
  if [ "${SPLIT:-false}" = "true" ]; then arguments+=(--split); fi
fi
exec rsnms check "${arguments[@]}" --format github
