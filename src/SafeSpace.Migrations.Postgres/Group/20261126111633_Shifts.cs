using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class Shifts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_shift_place_shift_id",
                table: "shift_place");

            migrationBuilder.AddColumn<bool>(
                name: "helpers_may_hear",
                table: "spell",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "site_id",
                table: "opening_plan",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "site_id",
                table: "closed_day",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cover_settings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    least_peers = table.Column<int>(type: "integer", nullable: false),
                    show_days = table.Column<int>(type: "integer", nullable: false),
                    empty_number = table.Column<string>(type: "text", nullable: true),
                    empty_message = table.Column<string>(type: "text", nullable: true),
                    send_reminders = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cover_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "debrief",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ask_again_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    with_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_debrief", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fallback_peer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fallback_peer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "peer_profile",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reach_on = table.Column<string>(type: "text", nullable: true),
                    gender = table.Column<string>(type: "text", nullable: true),
                    languages = table.Column<string>(type: "text", nullable: true),
                    neighbourhood = table.Column<string>(type: "text", nullable: true),
                    could_days = table.Column<int>(type: "integer", nullable: false),
                    enough_calls = table.Column<int>(type: "integer", nullable: true),
                    enough_minutes = table.Column<int>(type: "integer", nullable: true),
                    shares_load = table.Column<bool>(type: "boolean", nullable: false),
                    remind_by = table.Column<string>(type: "text", nullable: false),
                    remind_on = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peer_profile", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    good_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    trying_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    let_be_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fault = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_shift_place_shift_id_peer_id",
                table: "shift_place",
                columns: new[] { "shift_id", "peer_id" },
                unique: true,
                filter: "given_up_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_link_peer_id",
                table: "calendar_link",
                column: "peer_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_link_secret_hash",
                table: "calendar_link",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_debrief_contact_id",
                table: "debrief",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_debrief_ended_at_peer_id",
                table: "debrief",
                columns: new[] { "ended_at", "peer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fallback_peer_peer_id",
                table: "fallback_peer",
                column: "peer_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_peer_profile_peer_id",
                table: "peer_profile",
                column: "peer_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reminder_made_at",
                table: "reminder",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_next_try_at",
                table: "reminder",
                column: "next_try_at",
                filter: "sent_at IS NULL AND let_be_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_user_id_kind_about_id",
                table: "reminder",
                columns: new[] { "user_id", "kind", "about_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_link");

            migrationBuilder.DropTable(
                name: "cover_settings");

            migrationBuilder.DropTable(
                name: "debrief");

            migrationBuilder.DropTable(
                name: "fallback_peer");

            migrationBuilder.DropTable(
                name: "peer_profile");

            migrationBuilder.DropTable(
                name: "reminder");

            migrationBuilder.DropIndex(
                name: "ix_shift_place_shift_id_peer_id",
                table: "shift_place");

            migrationBuilder.DropColumn(
                name: "helpers_may_hear",
                table: "spell");

            migrationBuilder.DropColumn(
                name: "site_id",
                table: "opening_plan");

            migrationBuilder.DropColumn(
                name: "site_id",
                table: "closed_day");

            migrationBuilder.CreateIndex(
                name: "ix_shift_place_shift_id",
                table: "shift_place",
                column: "shift_id");
        }
    }
}
