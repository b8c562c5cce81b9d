#!/usr/bin/env bash
# Installs Safe Space on Debian, brings an installed one to this version, or goes back to the version before.
#   sudo deploy/install.sh                 builds from this source (needs the .NET 10 SDK) and installs
#   sudo deploy/install.sh --from FOLDER   installs what was published elsewhere (docs/runbooks/install.md)
#   sudo deploy/install.sh --back          back to the version before, with the stores as they were then; --yes where that is more than a day ago
# --root DIR puts everything below DIR, with no user and no service: to try it, and for the tests.
set -euo pipefail
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
from="" root="" back="" yes=""
while [ $# -gt 0 ]; do
  case "$1" in
    --from) from="$(cd "$2" && pwd)"; shift 2 ;;
    --root) mkdir -p "$2"; root="$(cd "$2" && pwd)"; shift 2 ;;
    --back) back=yes; shift ;;
    --yes) yes=yes; shift ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done
say() { echo "$*"; }
fail() { echo "$*" >&2; exit 1; }

opt="$root/opt/safespace" etc="$root/etc/safespace" data="$root/var/lib/safespace"
settings="$etc/safespace.env"
# From the moment the service is stopped until the new version stands: which version was there before, which one was coming. It outlasts
# an interruption, so that whoever runs this again knows which copies were made since.
upgrading="$opt/upgrading"
alone() { [ -n "$root" ]; }
alone || [ "$(id -u)" = 0 ] || fail "Please run it with sudo."
systemd() { ! alone && [ -d /run/systemd/system ]; }

# Runs a program with the settings of a file, and in the data folder given where neither they nor the environment name one. It takes them as
# systemd does: nothing in them is carried out. What the environment gives already stands.
install_runner() {
  install -d -m 755 "$opt"
  cat > "$opt/with-settings.next" <<'RUNNER'
#!/usr/bin/env bash
umask 077
settings="$1" data="$2"; shift 2
while IFS= read -r line || [ -n "$line" ]; do
  [[ "$line" =~ ^[[:space:]]*([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] || continue
  name="${BASH_REMATCH[1]}" value="${BASH_REMATCH[2]}"
  value="${value%"${value##*[![:space:]]}"}"
  if [[ "$value" =~ ^\'(.*)\'$ ]] || [[ "$value" =~ ^\"(.*)\"$ ]]; then value="${BASH_REMATCH[1]}"; fi
  [ -n "${!name+given}" ] || export "$name=$value"
done < <([ ! -r "$settings" ] || cat "$settings")
[ -z "$data" ] || [ -n "${SAFESPACE_DATA+given}" ] || export SAFESPACE_DATA="$data"
exec "$@"
RUNNER
  chmod 755 "$opt/with-settings.next"
  mv "$opt/with-settings.next" "$opt/with-settings"
  data="$(env -u SAFESPACE_DATA bash "$opt/with-settings" "$settings" "$data" bash -c 'echo "$SAFESPACE_DATA"')"
}
# With the owner's database account, where one is named apart from the service's.
owner() { if [ -r "$etc/owner.env" ]; then bash "$opt/with-settings" "$etc/owner.env" "" "$@"; else "$@"; fi; }
program() {
  local app="$1"; shift
  local run=(env -u SAFESPACE_DATA bash "$opt/with-settings" "$settings" "$data" "$app/SafeSpace.Web" "$@")
  if alone; then owner "${run[@]}"; else owner runuser -u safespace -- "${run[@]}"; fi
}
# Also between two tries of a service that does not come up, when nothing runs just then.
stop() { if systemd && systemctl cat safespace >/dev/null 2>&1; then systemctl stop safespace; fi; }
start() { # what to say when it does not come up
  systemd || return 0
  systemctl daemon-reload
  systemctl enable -q safespace
  systemctl restart safespace
  local at
  at="$(bash "$opt/with-settings" "$settings" "" bash -c 'echo "${SAFESPACE_URLS:-http://127.0.0.1:5080}"' | cut -d';' -f1 | sed 's#//\(0\.0\.0\.0\|\*\|+\|\[::\]\)#//127.0.0.1#')"
  for _ in $(seq 60); do
    if curl -kfsS "${at%/}/readyz" >/dev/null 2>&1; then return 0; fi
    sleep 1
  done
  fail "It does not say that it is ready. What it says: journalctl -u safespace.  $1"
}
point_to() { ln -sfn "versions/$1" "$opt/current.next" && mv -T "$opt/current.next" "$opt/current"; }
# Puts stores back as they were copied before they were brought forward; what was there is kept, and said. One that cannot be put back keeps
# no other from it.
put_back() { # the version whose they were; copies come in by lines
  local copy group left=""
  while read -r copy; do
    [ -n "$copy" ] || continue
    group="$(basename "$copy")"
    group="${group%-before-migrating-*}"
    program "$opt/versions/$1" restore --group "$group" --from "$copy" </dev/null || left="$left $group"
  done
  [ -z "$left" ] || fail "These could not be put back:$left. Nothing serves now. See to what it says above (room on the disk?), then run: deploy/install.sh --back"
}
# The first copy of each group since then: what it was before any of this.
copies_since() {
  [ -d "$data/backups" ] || return 0
  find "$data/backups" -maxdepth 1 -name '*-before-migrating-*.db' -newer "$1" | sort | awk '{ g = $0; sub(/-before-migrating-[^\/]*$/, "", g); if (!(g in seen)) { seen[g] = 1; print } }'
}
current() { if [ -L "$opt/current" ]; then basename "$(readlink "$opt/current")"; fi; }

# --- back -----------------------------------------------------------------------------------------------------------
if [ -n "$back" ]; then
  now="$(current)"
  [ -n "$now" ] || fail "Nothing is installed here."
  install_runner
  if [ -f "$upgrading" ]; then
    read -r before coming < "$upgrading"
    stop
    put_back "$before" < <(copies_since "$upgrading")
    rm -rf "${opt:?}/versions/${coming:?}"
    point_to "$before"
    rm -f "$upgrading"
    start "$before is in its place again."
    say "A new version was half-way in. $before goes on, with the stores as they were."
    exit 0
  fi
  before="$(cat "$opt/versions/$now/came-from" 2>/dev/null || true)"
  [ -n "$before" ] && [ -d "$opt/versions/$before" ] || fail "There is no version before this one to go back to."
  copies="$opt/versions/$now/copies"
  old="$(while read -r copy; do [ -z "$copy" ] || find "$copy" -mmin +1440; done < "$copies" || true)"
  if [ -n "$old" ] && [ -z "$yes" ]; then
    fail "The stores would go back to how they were on $(date -r "$(head -1 "$copies")" '+%-d %B %Y, %H:%M'): whatever was saved since would be in the stores that are kept, and nowhere else. If that is meant: deploy/install.sh --back --yes"
  fi
  stop
  put_back "$before" < "$copies"
  # A version that did not seal the keys of cookies cannot read them: it makes new ones, and everybody signs in again.
  [[ "$(program "$opt/versions/$before" key --help </dev/null)" == *cookies* ]] || program "$opt/versions/$now" key cookies </dev/null
  point_to "$before"
  start "$before is in its place."
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
  if ! command -v curl >/dev/null || ! ldconfig -p | grep libicuuc >/dev/null; then
    apt-get update -q
    apt-get install -y -q --no-install-recommends curl tzdata "$(apt-cache search --names-only '^libicu[0-9]+$' | cut -d' ' -f1 | sort -V | tail -1)"
  fi
  id safespace >/dev/null 2>&1 || useradd --system --user-group --home-dir /var/lib/safespace --shell /usr/sbin/nologin safespace
fi
install -d -m 755 "$opt/versions" "$etc"
if [ ! -f "$settings" ]; then
  install -m 640 "$here/safespace.env" "$settings"
  alone || chown root:safespace "$settings"
fi
install_runner
if alone; then install -d -m 700 "$data"; else install -d -o safespace -g safespace -m 700 "$data"; fi

before="$(current)"
next="$(date -u +%Y%m%d-%H%M%S)"
while [ -e "$opt/versions/$next" ]; do next="$next+"; done
if [ -f "$upgrading" ]; then
  read -r before coming < "$upgrading"
  rm -rf "${opt:?}/versions/${coming:?}" # the one that was cut off
fi
cp -r "$from" "$opt/versions/$next"
chmod -R u=rwX,go=rX "$opt/versions/$next"

made="$opt/versions/$next/copies"
: > "$made"
if [ -n "$before" ]; then
  echo "$before" > "$opt/versions/$next/came-from"
  # Each store that is brought forward is copied first, and putting it back takes as much again: asked before anything is stopped.
  if ! program "$opt/versions/$next" migrate --check >/dev/null 2>&1 && [ -d "$data/groups" ]; then
    need=$(($(du -sk "$data/groups" | cut -f1) * 3)) free=$(df -Pk "$data" | awk 'NR == 2 { print $4 }')
    if [ "$free" -lt "$need" ]; then
      rm -rf "${opt:?}/versions/$next"
      fail "There is too little room in $data: $((need / 1024)) MB are needed for copies of the stores, and $((free / 1024)) MB are free. Nothing was changed."
    fi
  fi
  echo "$before $next" > "$upgrading.next"
  if [ -f "$upgrading" ]; then touch -r "$upgrading" "$upgrading.next"; fi # what was copied since the first try is what there was before
  mv "$upgrading.next" "$upgrading"
  trap 'say "It was cut off half-way, and nothing serves now. Run it again to go on, or go back: deploy/install.sh --back" >&2' EXIT
fi
stop
# A copy of each store is made before it is brought forward; where one fails, all are put back, and the version before goes on.
failed=""
program "$opt/versions/$next" migrate || failed=yes
if [ -n "$before" ]; then copies_since "$upgrading" > "$made"; fi
if [ -n "$failed" ]; then
  [ -n "$before" ] || fail "The stores that are here could not be brought to this version: it says why above."
  put_back "$before" < "$made"
  point_to "$before"
  rm -rf "${opt:?}/versions/$next"
  trap - EXIT
  rm -f "$upgrading"
  start "The stores could not be brought to the new version; $before is in its place, with the stores as they were."
  fail "The stores could not be brought to this version. $before goes on."
fi
point_to "$next"
trap - EXIT
rm -f "$upgrading"
install -d -m 755 "$root/usr/local/bin"
cat > "$root/usr/local/bin/safespace" <<WRAPPER
#!/usr/bin/env bash
# Commands of Safe Space, as the service's own user and with its settings; as root with the owner's database account, where there is one.
if [ "\$(id -u)" = 0 ] && [ -r "$etc/owner.env" ] && [ -z "\${SAFESPACE_OWNER:-}" ]; then SAFESPACE_OWNER=yes exec "$opt/with-settings" "$etc/owner.env" "" "\$0" "\$@"; fi
if [ "\$(id -u)" = 0 ] && id safespace >/dev/null 2>&1 && [ -z "$root" ]; then exec runuser -u safespace -- "\$0" "\$@"; fi
exec "$opt/with-settings" "$settings" "$data" "$opt/current/SafeSpace.Web" "\$@"
WRAPPER
chmod 755 "$root/usr/local/bin/safespace"
if ! alone; then
  install -m 644 "$here/safespace.service" /etc/systemd/system/safespace.service
fi
start "Back to the version before: deploy/install.sh --back"
# The two versions before are kept: one to go back to, and one more.
find "$opt/versions" -mindepth 1 -maxdepth 1 ! -name "$next" ! -name "${before:-$next}" -print0 | sort -z | head -z -n -1 | xargs -0 -r rm -rf
say "Installed: $opt/current. Settings: $settings. Data: $data."
[ -n "$before" ] || say "Now make a group: sudo safespace group add my-town --name \"My Town Safe Space\" --url https://safe.my-town.example"
