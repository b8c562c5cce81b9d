#!/usr/bin/env bash
# Installs Safe Space on Debian, brings an installed one to this version, or goes back to the version before.
#   sudo deploy/install.sh                 builds from this source (needs the .NET 10 SDK) and installs
#   sudo deploy/install.sh --from FOLDER   installs what was published elsewhere (docs/runbooks/install.md)
#   sudo deploy/install.sh --back          back to the version before, with the stores as they were then
# --root DIR puts everything below DIR, with no user and no service: to try it, and for the tests.
set -euo pipefail
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
from="" root="" back=""
while [ $# -gt 0 ]; do
  case "$1" in
    --from) from="$(cd "$2" && pwd)"; shift 2 ;;
    --root) mkdir -p "$2"; root="$(cd "$2" && pwd)"; shift 2 ;;
    --back) back=yes; shift ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done
say() { echo "$*"; }
fail() { echo "$*" >&2; exit 1; }

opt="$root/opt/safespace" etc="$root/etc/safespace" data="$root/var/lib/safespace"
settings="$etc/safespace.env"
alone() { [ -n "$root" ]; }
alone || [ "$(id -u)" = 0 ] || fail "Please run it with sudo."
systemd() { ! alone && [ -d /run/systemd/system ]; }

# Runs one version's program as the service would: its user, its settings, its folder.
program() {
  local app="$1"; shift
  local run=(env SAFESPACE_DATA="$data" bash -c 'umask 077; set -a; [ ! -r "$0" ] || . "$0"; exec "$@"' "$settings" "$app/SafeSpace.Web" "$@")
  if alone; then "${run[@]}"; else runuser -u safespace -- "${run[@]}"; fi
}
stop() { if systemd && systemctl is-active -q safespace; then systemctl stop safespace; fi; }
start() {
  systemd || return 0
  systemctl daemon-reload
  systemctl enable -q safespace
  systemctl restart safespace
  local at
  at="$( (. "$settings" && echo "${SAFESPACE_URLS:-http://127.0.0.1:5080}") | cut -d';' -f1 | sed 's#//\(0\.0\.0\.0\|\*\|+\|\[::\]\)#//127.0.0.1#')"
  for _ in $(seq 60); do
    if curl -fsS "${at%/}/readyz" >/dev/null 2>&1; then return 0; fi
    sleep 1
  done
  fail "It does not say that it is ready. What it says: journalctl -u safespace.  Back to the version before: deploy/install.sh --back"
}
point_to() { ln -sfn "versions/$1" "$opt/current.next" && mv -T "$opt/current.next" "$opt/current"; }
# Puts stores back as they were copied before they were brought forward; what was there is kept, and said.
put_back() { # the version whose they were; copies come in by lines
  local copy group
  while read -r copy; do
    [ -n "$copy" ] || continue
    group="$(basename "$copy")"
    program "$opt/versions/$1" restore --group "${group%-before-migrating-*}" --from "$copy" </dev/null
  done
}
current() { if [ -L "$opt/current" ]; then basename "$(readlink "$opt/current")"; fi; }

# --- back -----------------------------------------------------------------------------------------------------------
if [ -n "$back" ]; then
  now="$(current)"
  [ -n "$now" ] || fail "Nothing is installed here."
  before="$(cat "$opt/versions/$now/came-from" 2>/dev/null || true)"
  [ -n "$before" ] && [ -d "$opt/versions/$before" ] || fail "There is no version before this one to go back to."
  stop
  put_back "$before" < "$opt/versions/$now/copies"
  # A version that did not seal the keys of cookies cannot read them: it makes new ones, and everybody signs in again.
  [[ "$(program "$opt/versions/$before" key --help </dev/null)" == *cookies* ]] || program "$opt/versions/$now" key cookies </dev/null
  point_to "$before"
  start
  say "Back at $before. What was saved since is in the stores that were kept: their names stand above."
  exit 0
fi

# --- forward --------------------------------------------------------------------------------------------------------
if [ -z "$from" ]; then
  command -v dotnet >/dev/null || fail "Building needs the .NET 10 SDK. Or publish it elsewhere and give the folder: --from FOLDER"
  from="$here/../out/install"
  rm -rf "$from"
  dotnet publish "$here/../src/SafeSpace.Web" -c Release -o "$from" -v q -nologo -p:SatelliteResourceLanguages=en </dev/null
fi
[ -x "$from/SafeSpace.Web" ] || fail "$from holds no published Safe Space."

if ! alone; then
  if ! ldconfig -p | grep -q libicuuc; then
    apt-get update -q && apt-get install -y -q --no-install-recommends "$(apt-cache search --names-only '^libicu[0-9]+$' | cut -d' ' -f1 | sort -V | tail -1)" tzdata curl
  fi
  id safespace >/dev/null 2>&1 || useradd --system --user-group --home-dir /var/lib/safespace --shell /usr/sbin/nologin safespace
  install -d -o safespace -g safespace -m 700 "$data"
else
  install -d -m 700 "$data"
fi
install -d -m 755 "$opt/versions" "$etc"
if [ ! -f "$settings" ]; then
  install -m 640 "$here/safespace.env" "$settings"
  alone || chown root:safespace "$settings"
fi

before="$(current)"
next="$(date -u +%Y%m%d-%H%M%S)"
while [ -e "$opt/versions/$next" ]; do next="$next+"; done
cp -r "$from" "$opt/versions/$next"
chmod -R u=rwX,go=rX "$opt/versions/$next"
if [ -n "$before" ]; then echo "$before" > "$opt/versions/$next/came-from"; fi

stop
# A copy of each store is made before it is brought forward; where one fails, all are put back, and the version before goes on.
made="$opt/versions/$next/copies"
: > "$made"
if [ -n "$before" ]; then
  failed=""
  program "$opt/versions/$next" migrate || failed=yes
  find "$data/backups" -name '*-before-migrating-*.db' -newer "$opt/versions/$next/came-from" 2>/dev/null | sort > "$made" || true
  if [ -n "$failed" ]; then
    put_back "$before" < "$made"
    rm -rf "${opt:?}/versions/$next"
    start
    fail "The stores could not be brought to this version. $before goes on."
  fi
fi
point_to "$next"
install -d -m 755 "$root/usr/local/bin"
cat > "$root/usr/local/bin/safespace" <<WRAPPER
#!/bin/sh
# Commands of Safe Space, as the service's own user and with its settings.
if [ "\$(id -u)" = 0 ] && id safespace >/dev/null 2>&1 && [ -z "$root" ]; then exec runuser -u safespace -- "\$0" "\$@"; fi
umask 077
export SAFESPACE_DATA="$data"
set -a; [ ! -r "$settings" ] || . "$settings"; set +a
exec "$opt/current/SafeSpace.Web" "\$@"
WRAPPER
chmod 755 "$root/usr/local/bin/safespace"
if ! alone; then
  install -m 644 "$here/safespace.service" /etc/systemd/system/safespace.service
fi
start
# The two versions before are kept: one to go back to, and one more.
find "$opt/versions" -mindepth 1 -maxdepth 1 ! -name "$next" ! -name "${before:-$next}" | sort | head -n -1 | xargs -r rm -rf
say "Installed: $opt/current. Settings: $settings. Data: $data."
[ -n "$before" ] || say "Now make a group: safespace group add my-town --name \"My Town Safe Space\""
