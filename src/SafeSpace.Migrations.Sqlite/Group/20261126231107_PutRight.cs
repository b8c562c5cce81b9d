using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class PutRight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_delivery_round_day",
                table: "delivery_round");

            migrationBuilder.AddColumn<DateTime>(
                name: "taken_back_at",
                table: "receipt_photo",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "told_at",
                table: "direct_return",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "told_by_name",
                table: "direct_return",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "taken_back_at",
                table: "cause_deadline",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_voucher_day_id",
                table: "voucher",
                columns: new[] { "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_purse_claim_ended_at",
                table: "purse_claim",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_round_day_id",
                table: "delivery_round",
                columns: new[] { "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_round_done_at_day",
                table: "delivery_round",
                columns: new[] { "done_at", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_connection_state_offer_due_on",
                table: "connection",
                columns: new[] { "state", "offer_due_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_voucher_day_id",
                table: "voucher");

            migrationBuilder.DropIndex(
                name: "ix_purse_claim_ended_at",
                table: "purse_claim");

            migrationBuilder.DropIndex(
                name: "ix_delivery_round_day_id",
                table: "delivery_round");

            migrationBuilder.DropIndex(
                name: "ix_delivery_round_done_at_day",
                table: "delivery_round");

            migrationBuilder.DropIndex(
                name: "ix_connection_state_offer_due_on",
                table: "connection");

            migrationBuilder.DropColumn(
                name: "taken_back_at",
                table: "receipt_photo");

            migrationBuilder.DropColumn(
                name: "told_at",
                table: "direct_return");

            migrationBuilder.DropColumn(
                name: "told_by_name",
                table: "direct_return");

            migrationBuilder.DropColumn(
                name: "taken_back_at",
                table: "cause_deadline");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_round_day",
                table: "delivery_round",
                column: "day");
        }
    }
}
