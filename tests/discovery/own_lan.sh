#!/bin/sh
# own_lan.sh PROGRAM: runs it on a local network of its own, one loopback interface with Avahi's daemon, which nobody
# outside sees and which is gone with it. Exit code 77 where no such network can be made.
set -u

cannot() {
    echo "SKIPPED: doors that find each other by DNS-SD were not looked at: $1"
    exit 77
}

if [ "${1:-}" = --inside ]; then
    shift
    ip link set lo up && ip link set lo multicast on || exit 77
    mkdir -p /run/avahi-daemon
    [ "$own_run" = no ] || mount -t tmpfs none /run/avahi-daemon || exit 77
    scratch=$(mktemp -d)
    export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$scratch/bus"
    cat >"$scratch/bus.conf" <<EOF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>$DBUS_SYSTEM_BUS_ADDRESS</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow receive_sender="*"/><allow own="*"/><allow user="*"/></policy></busconfig>
EOF
    printf '[server]\nallow-interfaces=lo\nuse-ipv6=no\nhost-name=door\n[wide-area]\nenable-wide-area=no\n' \
        >"$scratch/avahi.conf"
    dbus-daemon --config-file="$scratch/bus.conf" --nofork --nopidfile &
    bus=$!
    tries=0
    while [ ! -S "$scratch/bus" ] && [ $tries -lt 50 ]; do sleep 0.1 && tries=$((tries + 1)); done
    avahi-daemon -f "$scratch/avahi.conf" --no-drop-root --no-chroot --no-rlimits 2>/dev/null &
    avahi=$!
    "$@"
    code=$?
    kill $avahi $bus
    wait
    rm -rf "$scratch"
    exit $code
fi

for program in unshare ip dbus-daemon avahi-daemon; do
    command -v $program >/dev/null || cannot "$program is not installed"
done
# The daemon keeps its socket in one place: beside another one it needs a view of the disk of its own, which a bare
# chroot cannot have.
if unshare --net --mount true 2>/dev/null; then
    own_run=yes exec unshare --net --mount "$0" --inside "$@"
fi
unshare --net true 2>/dev/null || cannot "this user may not make a network"
[ ! -e /run/avahi-daemon/pid ] || cannot "another daemon runs here"
own_run=no exec unshare --net "$0" --inside "$@"
