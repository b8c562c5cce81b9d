using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "died_at",
                table: "person",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "call_under_way",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_under_way", x => x.id);
                    table.ForeignKey(
                        name: "FK_call_under_way_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_account",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_account", x => x.id);
                    table.ForeignKey(
                        name: "FK_person_account_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shift",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    least_peers = table.Column<int>(type: "INTEGER", nullable: false),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "site",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shift_place",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shift_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    at_home = table.Column<bool>(type: "INTEGER", nullable: false),
                    reach_on = table.Column<string>(type: "TEXT", nullable: true),
                    signed_on_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_off_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    given_up_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    heard_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift_place", x => x.id);
                    table.ForeignKey(
                        name: "FK_shift_place_shift_shift_id",
                        column: x => x.shift_id,
                        principalTable: "shift",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_call_under_way_ended_at_peer_id",
                table: "call_under_way",
                columns: new[] { "ended_at", "peer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_call_under_way_person_id",
                table: "call_under_way",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_account_person_id",
                table: "person_account",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_account_user_id",
                table: "person_account",
                column: "user_id",
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_shift_ends_at",
                table: "shift",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_shift_place_peer_id_signed_off_at",
                table: "shift_place",
                columns: new[] { "peer_id", "signed_off_at" });

            migrationBuilder.CreateIndex(
                name: "ix_shift_place_shift_id",
                table: "shift_place",
                column: "shift_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "call_under_way");

            migrationBuilder.DropTable(
                name: "person_account");

            migrationBuilder.DropTable(
                name: "shift_place");

            migrationBuilder.DropTable(
                name: "site");

            migrationBuilder.DropTable(
                name: "shift");

            migrationBuilder.DropColumn(
                name: "died_at",
                table: "person");
        }
    }
}
