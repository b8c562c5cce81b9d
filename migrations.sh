#!/usr/bin/env bash
# Adds a migration for both engines at once:  ./migrations.sh NameOfTheChange   (only where the model changed)
# Checks that none is missing:                ./migrations.sh --check
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet tool restore >/dev/null
for engine in Sqlite Postgres; do
  project=src/SafeSpace.Migrations.$engine
  dotnet build "$project" -v q -nologo
  for store in Group Network; do
    if dotnet ef migrations has-pending-model-changes --no-build -p "$project" -s "$project" --context "${store}Db" >/dev/null 2>&1; then
      continue
    fi
    if [ "${1:-}" = --check ] || [ -z "${1:-}" ]; then
      echo "$engine, $store: the model changed and there is no migration for it." >&2
      exit 1
    fi
    dotnet ef migrations add "$1" --no-build -p "$project" -s "$project" --context "${store}Db" -o "$store"
  done
done
