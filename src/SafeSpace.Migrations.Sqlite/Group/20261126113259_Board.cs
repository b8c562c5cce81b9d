using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class Board : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asked_for",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    gender = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    not_a_neighbour = table.Column<bool>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_for", x => x.id);
                    table.ForeignKey(
                        name: "FK_asked_for_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "break_glass",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    whose_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glass", x => x.id);
                    table.ForeignKey(
                        name: "FK_break_glass_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_plan",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    calls = table.Column<int>(type: "INTEGER", nullable: false),
                    visits = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_settings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    climb_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    no_keyholder = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "direction",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    caller = table.Column<byte[]>(type: "BLOB", nullable: true),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    promise_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    given_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    back_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_direction", x => x.id);
                    table.ForeignKey(
                        name: "FK_direction_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "keep_apart",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    set_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keep_apart", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "keyholder",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    keyholder_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keyholder", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    first_name = table.Column<byte[]>(type: "BLOB", nullable: true),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => x.id);
                    table.ForeignKey(
                        name: "FK_visit_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "keep_apart_side",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    keep_apart_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keep_apart_side", x => x.id);
                    table.ForeignKey(
                        name: "FK_keep_apart_side_keep_apart_keep_apart_id",
                        column: x => x.keep_apart_id,
                        principalTable: "keep_apart",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_keep_apart_side_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_asked_for_person_id",
                table: "asked_for",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_at",
                table: "break_glass",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_person_id",
                table: "break_glass",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_whose_id_at",
                table: "break_glass",
                columns: new[] { "whose_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_plan_from",
                table: "contract_plan",
                column: "from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_direction_ended_at",
                table: "direction",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_direction_of_person",
                table: "direction",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_direction_peer_id_ended_at",
                table: "direction",
                columns: new[] { "peer_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_direction_person_id",
                table: "direction",
                column: "person_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_until",
                table: "keep_apart",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_side_keep_apart_id",
                table: "keep_apart_side",
                column: "keep_apart_id");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_side_person_id",
                table: "keep_apart_side",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_side_user_id",
                table: "keep_apart_side",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_keyholder_keyholder_id",
                table: "keyholder",
                column: "keyholder_id");

            migrationBuilder.CreateIndex(
                name: "ix_keyholder_peer_id_keyholder_id",
                table: "keyholder",
                columns: new[] { "peer_id", "keyholder_id" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_visit_left_at",
                table: "visit",
                column: "left_at");

            migrationBuilder.CreateIndex(
                name: "ix_visit_person_id",
                table: "visit",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "asked_for");

            migrationBuilder.DropTable(
                name: "break_glass");

            migrationBuilder.DropTable(
                name: "contract_plan");

            migrationBuilder.DropTable(
                name: "desk_settings");

            migrationBuilder.DropTable(
                name: "direction");

            migrationBuilder.DropTable(
                name: "keep_apart_side");

            migrationBuilder.DropTable(
                name: "keyholder");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "keep_apart");
        }
    }
}
