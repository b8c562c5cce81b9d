using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class Help : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "delivery_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    driver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_stop",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    help_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_then = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_stop", x => x.id);
                    table.ForeignKey(
                        name: "FK_delivery_stop_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "doorstep_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    diet = table.Column<byte[]>(type: "bytea", nullable: true),
                    doorstep = table.Column<byte[]>(type: "bytea", nullable: true),
                    not_to_say = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_doorstep_note", x => x.id);
                    table.ForeignKey(
                        name: "FK_doorstep_note_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "household_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_member", x => x.id);
                    table.ForeignKey(
                        name: "FK_household_member_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<string>(type: "text", nullable: true),
                    @for = table.Column<string>(name: "for", type: "text", nullable: true),
                    item = table.Column<string>(type: "text", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    put_in_pence = table.Column<long>(type: "bigint", nullable: false),
                    promised_pence = table.Column<long>(type: "bigint", nullable: false),
                    spent_pence = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "purse_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    peer_name = table.Column<string>(type: "text", nullable: false),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    item = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    receipt = table.Column<string>(type: "text", nullable: true),
                    help_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by_name = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purse_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "receipt_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    of_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    type = table.Column<string>(type: "text", nullable: false),
                    picture = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt_photo", x => x.id);
                    table.ForeignKey(
                        name: "FK_receipt_photo_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    low_at = table.Column<int>(type: "integer", nullable: true),
                    retired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stock_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stock_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    help_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_move", x => x.id);
                    table.ForeignKey(
                        name: "FK_stock_move_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    usual_pence = table.Column<long>(type: "bigint", nullable: true),
                    usually = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    retired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "voucher",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    good_until = table.Column<DateOnly>(type: "date", nullable: true),
                    redeemed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    beyond = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voucher", x => x.id);
                    table.ForeignKey(
                        name: "FK_voucher_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voucher_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    most_each = table.Column<int>(type: "integer", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    cut_offs = table.Column<string>(type: "text", nullable: false),
                    summer_pence = table.Column<long>(type: "bigint", nullable: false),
                    winter_pence = table.Column<long>(type: "bigint", nullable: false),
                    winter_from = table.Column<int>(type: "integer", nullable: false),
                    winter_until = table.Column<int>(type: "integer", nullable: false),
                    good_for_days = table.Column<int>(type: "integer", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voucher_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "voucher_scheme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: true),
                    item = table.Column<string>(type: "text", nullable: false),
                    issued = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voucher_scheme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_given",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    came_back_pence = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    peer_name = table.Column<string>(type: "text", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stock_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voucher_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receipt = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_given", x => x.id);
                    table.ForeignKey(
                        name: "FK_help_given_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_help_given_pot_pot_id",
                        column: x => x.pot_id,
                        principalTable: "pot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pot_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    help_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    beyond = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pot_entry", x => x.id);
                    table.ForeignKey(
                        name: "FK_pot_entry_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pot_entry_pot_pot_id",
                        column: x => x.pot_id,
                        principalTable: "pot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_round_day",
                table: "delivery_round",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_round_driver_id_done_at",
                table: "delivery_round",
                columns: new[] { "driver_id", "done_at" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_stop_help_id",
                table: "delivery_stop",
                column: "help_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_stop_person_id",
                table: "delivery_stop",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_stop_round_id_position",
                table: "delivery_stop",
                columns: new[] { "round_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_doorstep_note_person_id_at",
                table: "doorstep_note",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_help_given_contact_id",
                table: "help_given",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_help_given_person_id_at",
                table: "help_given",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_help_given_pot_id",
                table: "help_given",
                column: "pot_id");

            migrationBuilder.CreateIndex(
                name: "ix_help_given_state_day",
                table: "help_given",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_household_member_household_id_until",
                table: "household_member",
                columns: new[] { "household_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_household_member_person_id_until",
                table: "household_member",
                columns: new[] { "person_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_claim_id",
                table: "pot_entry",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_help_id",
                table: "pot_entry",
                column: "help_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_person_id",
                table: "pot_entry",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_pot_id_at",
                table: "pot_entry",
                columns: new[] { "pot_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_purse_claim_peer_id_asked_at",
                table: "purse_claim",
                columns: new[] { "peer_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_purse_claim_state_asked_at",
                table: "purse_claim",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_receipt_photo_of_id",
                table: "receipt_photo",
                column: "of_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_photo_person_id",
                table: "receipt_photo",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_help_id",
                table: "stock_move",
                column: "help_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_person_id",
                table: "stock_move",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_stock_id_at",
                table: "stock_move",
                columns: new[] { "stock_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_support_item_code",
                table: "support_item",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_voucher_household_id_day",
                table: "voucher",
                columns: new[] { "household_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_person_id_day",
                table: "voucher",
                columns: new[] { "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_scheme_id_day",
                table: "voucher",
                columns: new[] { "scheme_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_state_good_until",
                table: "voucher",
                columns: new[] { "state", "good_until" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_rule_scheme_id_from",
                table: "voucher_rule",
                columns: new[] { "scheme_id", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_round");

            migrationBuilder.DropTable(
                name: "delivery_stop");

            migrationBuilder.DropTable(
                name: "doorstep_note");

            migrationBuilder.DropTable(
                name: "help_given");

            migrationBuilder.DropTable(
                name: "household");

            migrationBuilder.DropTable(
                name: "household_member");

            migrationBuilder.DropTable(
                name: "pot_entry");

            migrationBuilder.DropTable(
                name: "purse_claim");

            migrationBuilder.DropTable(
                name: "receipt_photo");

            migrationBuilder.DropTable(
                name: "stock_item");

            migrationBuilder.DropTable(
                name: "stock_move");

            migrationBuilder.DropTable(
                name: "support_item");

            migrationBuilder.DropTable(
                name: "voucher");

            migrationBuilder.DropTable(
                name: "voucher_rule");

            migrationBuilder.DropTable(
                name: "voucher_scheme");

            migrationBuilder.DropTable(
                name: "pot");
        }
    }
}
